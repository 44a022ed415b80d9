# noqa: A005 - always imported as tests.inspect, which hides no module
