"""Conversations: values in, values out; cards; understanding of Swedish and English."""
