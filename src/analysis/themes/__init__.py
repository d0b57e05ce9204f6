"""What the prose of reports is about (文本主题), from processed tables to data frames."""
