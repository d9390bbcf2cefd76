"""Charts as SVG: pure functions from finished numbers and finished words to a `Figure`, for the web or for print.

Charts never compute a score: which level stands, the gate and every word are handed in. Scores are 0..100 or None.
"""
