"""From words with places on pages to paragraphs in reading order; knows neither PDF nor pictures."""
