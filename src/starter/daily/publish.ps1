# Builds the site and copies it to the web server. Let it run each morning: dates pass, and what has an end goes.
# WARNING: everything else in the destination folder is deleted.
# This line, typed once into a window that was opened with "Run as administrator", has Windows run it at 04:17 each day, also
# while nobody is logged on. It asks for the password of the account after /RU, which must be allowed to write to the server:
#
#   schtasks /Create /SC DAILY /ST 04:17 /TN "Publish the site" /RU "%USERDOMAIN%\%USERNAME%" /RP * /TR "powershell -NoProfile -ExecutionPolicy Bypass -File C:\my-site\publish.ps1 \\server\site"
param([Parameter(Mandatory = $true)][string]$Destination)
$ErrorActionPreference = "Stop"
Set-Location $PSScriptRoot
fingerpost build
if ($LASTEXITCODE -ne 0) { exit $LASTEXITCODE }
robocopy public $Destination /MIR /NFL /NDL /NJH /NP
# Robocopy ends with 8 or more where something could not be copied.
if ($LASTEXITCODE -ge 8) { exit 1 }
exit 0
