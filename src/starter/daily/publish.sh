#!/bin/sh
# Builds the site and copies it to the web server. Let it run each morning: dates pass, and what has an end goes.
# `crontab -e` opens the list of what runs when; this line in it runs the script at 04:17:
#
#   17 4 * * * /path/to/this/folder/publish.sh
#
# Where the site goes: a folder on this computer, or user@server:/folder. WARNING: everything else in that folder is deleted.
set -eu
cd "$(dirname "$0")"
destination="${DESTINATION:?say where the site goes, such as DESTINATION=web@server.example.org:/var/www/site/}"
fingerpost build
rsync --archive --delete --delay-updates public/ "$destination"
