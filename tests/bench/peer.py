# Copyright the Partitur developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""What the comparisons with npm packages share."""

import shutil
import subprocess
import sys


def install(folder, packages):
    """Whether the packages are in the folder now."""
    folder.mkdir(parents=True, exist_ok=True)
    if all((folder / "node_modules" / package.rsplit("@", 1)[0]).exists() for package in packages):
        return True
    if not shutil.which("node") or not shutil.which("npm"):
        return False
    command = ["npm", "install", "--no-audit", "--no-fund", "--silent", "--prefix", folder, *packages]
    return subprocess.run(command, stdout=sys.stderr, check=False).returncode == 0
