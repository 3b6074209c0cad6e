"""The calendar and the numbers of Chinese and English."""
