"""What is aimed at, the cheapest set of steps that gets there, and how far it is: a pure core beside maturity."""
