#!/bin/sh
# What oldest.sh runs inside the older Debian: security updates, what building needs, and the build.
set -eu
cd "$(dirname "$0")/../.."
export DEBIAN_FRONTEND=noninteractive LC_ALL=C.UTF-8 HOME=/root
[ ! -f /root/certificates.crt ] || export PIP_CERT=/root/certificates.crt REQUESTS_CA_BUNDLE=/root/certificates.crt
echo 'Dpkg::Use-Pty "0";' >/etc/apt/apt.conf.d/without-terminal # there is none in here
if [ ! -f /.updated ] || [ -n "$(find /.updated -mtime +0)" ]; then # once a day
    apt-get update -qq
    apt-get upgrade -y -qq >/var/log/upgrade.log 2>&1
    apt-get install -y -qq --no-install-recommends binutils libpython3.11 >>/var/log/upgrade.log 2>&1
    touch /.updated
fi
sh packaging/environment.sh
sh packaging/linux/freeze.sh
