"""From YAML to one frozen, validated course."""
