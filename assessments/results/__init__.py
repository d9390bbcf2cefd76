"""Where rows meet the core: the only place that strings scoring, steps and report together."""
