"""The pure core of journey maps: the map itself, the feeling along it, its pains, mistakes and findings. No Django."""
