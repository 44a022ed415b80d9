"""What has to hold in a built deck; one small function for each code."""
