"""Annual reports on open government information (政府信息公开工作年度报告) as traceable data."""
