"""From YAML to one frozen, validated course."""

OUTLINE = "course.yaml"
"""The file that makes a folder a course."""
