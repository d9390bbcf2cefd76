"""Files of customers' responses from other tools: read line by line, their columns matched, each row checked."""
