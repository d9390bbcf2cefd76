"""Who signs in: how django-allauth makes accounts here, the letters it sends, sessions and devices."""
