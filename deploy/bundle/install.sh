#!/bin/sh
# 安装或升级选派，不需要网络。Installs or upgrades Xuanpai without a network.
#
#   sudo ./install.sh [--url https://xuanpai.example.gov.cn] [--port 3000]
#
# --prefix <folder>   where the versions go          (/opt/xuanpai)
# --data <folder>     database, secrets, log         (/var/lib/xuanpai)
# --config <folder>   settings                       (/etc/xuanpai)
# --no-service        lay out the files only; start with <prefix>/current/xuanpai start
set -eu

prefix=/opt/xuanpai data=/var/lib/xuanpai config=/etc/xuanpai url= port=3000 service=1
while [ $# -gt 0 ]; do
  case $1 in
    --prefix) prefix=$2; shift 2 ;;
    --data) data=$2; shift 2 ;;
    --config) config=$2; shift 2 ;;
    --url) url=$2; shift 2 ;;
    --port) port=$2; shift 2 ;;
    --no-service) service=; shift ;;
    *) sed -n '2,10s/^# \{0,1\}//p' "$0"; exit 2 ;;
  esac
done

say() { printf '%s\n' "$*"; }
fail() { printf '\n%s\n' "$*" >&2; exit 1; }
made() { mkdir -p "$1" && (CDPATH= cd -- "$1" && pwd); }

here=$(CDPATH= cd -- "$(dirname -- "$0")" && pwd)
node="$here/node/bin/node"
"$node" -e 0 2>/dev/null ||
  fail "本机不能运行所带的 Node.js：需要 64 位 Linux，glibc 2.28 或更新。
This machine can't run the Node.js inside: 64-bit Linux with glibc 2.28 or newer is needed."
version=$("$here/xuanpai" version)
if [ -n "$service" ]; then
  [ "$(id -u)" = 0 ] || fail '请用 root 执行，或加 --no-service。 Run as root, or with --no-service.'
  command -v systemctl >/dev/null || fail '没有 systemd：请加 --no-service。 No systemd: use --no-service.'
fi

prefix=$(made "$prefix") config=$(made "$config") data=$(made "$data")
target="$prefix/$version"
previous=$(readlink "$prefix/current" 2>/dev/null || true)
[ "$here" != "$target" ] || fail "已经是这个版本：$version。 This version is installed already."

say "安装 $version 到 $target"
rm -rf "$target.part"
cp -R "$here" "$target.part"
rm -rf "$target"
mv "$target.part" "$target"

settings="$config/xuanpai.env"
if [ ! -f "$settings" ]; then
  umask 077
  [ -n "$url" ] || url="http://localhost:$port"
  {
    say "# 选派的设置，说明见 $prefix/current/docs/administration/configuration.md"
    say "PORT=$port"
    say "HOST=127.0.0.1"
    say "PUBLIC_URL=$url"
    say "SEED=none"
    say "DATA_DIR=$data"
    say "LOG_LEVEL=info"
    say "BACKUP_PASSPHRASE_FILE=$config/backup-passphrase"
  } >"$settings"
  umask 022
fi
ln -s "$settings" "$target/xuanpai.env"

if [ -n "$service" ]; then
  echo xuanpai >"$target/account"
  id xuanpai >/dev/null 2>&1 ||
    useradd --system --user-group --home-dir "$data" --shell /usr/sbin/nologin xuanpai
  chown -R xuanpai:xuanpai "$data"
  chown root:xuanpai "$settings"
  chmod 640 "$settings"
  for unit in xuanpai.service xuanpai-backup.service xuanpai-backup.timer; do
    sed -e "s,/opt/xuanpai,$prefix,g" -e "s,/etc/xuanpai,$config,g" -e "s,/var/lib/xuanpai,$data,g" \
      "$target/systemd/$unit" >"/etc/systemd/system/$unit"
  done
  systemctl daemon-reload
  # The version before ends in order, with its database, before the new one takes over.
  systemctl stop xuanpai 2>/dev/null || true
fi

ln -sfn "$target" "$prefix/current.part"
mv -T "$prefix/current.part" "$prefix/current"

if [ -z "$service" ]; then
  say "完成。启动 start:  $prefix/current/xuanpai start"
  exit 0
fi

systemctl enable --quiet xuanpai
systemctl start xuanpai
say '正在启动… starting…'
port=$(sed -n 's/^PORT=//p' "$settings")
ready="fetch('http://127.0.0.1:$port/api/health/ready').then((answer) => process.exit(answer.ok ? 0 : 1), () => process.exit(1))"
for _ in $(seq 90); do
  if "$node" -e "$ready"; then
    say "选派 $version 已启动。 ready."
    say "首个管理员的口令（仅首次安装） first administrator: journalctl -u xuanpai -o cat | grep -A1 '首个管理员'"
    [ -n "$previous" ] && [ "$previous" != "$target" ] && say "上一版本仍在 $previous。 The version before is kept."
    exit 0
  fi
  sleep 1
done
fail "90 秒内没有启动成功：journalctl -u xuanpai -n 50 可见原因。${previous:+
上一版本仍在 $previous，退回的办法见 $prefix/current/docs/administration/upgrade.md。}
It did not become ready within 90 s; see journalctl -u xuanpai -n 50."
