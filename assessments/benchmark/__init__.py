"""How a company stands beside others: cohorts, what may be shown of them, percentiles, without Django."""
