"""What people read for plain values: labels, and sentences made of them."""
