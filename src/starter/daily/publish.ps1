# Builds the site and copies it to the web server. Let it run each morning: dates pass, and what has an end goes.
# This line, typed once into PowerShell, has Windows run it at 04:17:
#
#   schtasks /Create /SC DAILY /ST 04:17 /TN "Publish the site" /TR "powershell -NoProfile -File C:\path\to\publish.ps1 \\server\site"
# The folder is for the site alone: what else is in it goes.
param([Parameter(Mandatory = $true)][string]$Destination)
$ErrorActionPreference = "Stop"
Set-Location $PSScriptRoot
fingerpost build
if ($LASTEXITCODE -ne 0) { exit $LASTEXITCODE }
robocopy public $Destination /MIR /NFL /NDL /NJH /NP
# Robocopy ends with 8 or more where something could not be copied.
if ($LASTEXITCODE -ge 8) { exit 1 }
exit 0
