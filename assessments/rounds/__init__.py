"""Several rounds side by side: what changed, what is noise, what moved it, without Django."""
