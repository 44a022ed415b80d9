"""Ask whether a locked package has a known weakness: fails on one, tells where nobody can say."""

from __future__ import annotations

import json
import subprocess
import sys

LOCK = "requirements.lock"
PIP_AUDIT = ("pip-audit", "--disable-pip", "--require-hashes", "--progress-spinner=off")


def main(command: tuple[str, ...] = PIP_AUDIT) -> int:
    """Run pip-audit over what borderdeck runs with; give the code to exit with."""
    try:
        done = subprocess.run(
            [*command, "-r", LOCK, "--format=json"], capture_output=True, text=True, check=False
        )
        packages = json.loads(done.stdout)["dependencies"]
    except (OSError, ValueError, KeyError) as error:
        print(f"Not audited: pip-audit gave no answer ({type(error).__name__}).")
        return 0
    weak = {each["name"]: each["vulns"] for each in packages if each.get("vulns")}
    for name, weaknesses in weak.items():
        print(f"{name}: {', '.join(weakness['id'] for weakness in weaknesses)}")
    unknown = sum("skip_reason" in each for each in packages)
    print(f"Audited {len(packages) - unknown} packages; of {unknown} nothing could be learnt.")
    return 1 if weak else 0


if __name__ == "__main__":
    sys.exit(main(tuple(sys.argv[1:]) or PIP_AUDIT))
