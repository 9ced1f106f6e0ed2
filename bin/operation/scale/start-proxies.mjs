import { chownSync, writeFileSync } from "node:fs";
import path from "node:path";
import { account, systemUser } from "../postgres/account.mjs";
import { healthRole } from "./start-database.mjs";
import { folderOf, startProgram } from "./start-program.mjs";

/** @param {string} file @param {string} text @param {{ uid?: number, gid?: number }} as @param {number} [mode] */
function write(file, text, { uid, gid }, mode = 0o600) {
  writeFileSync(file, text, { mode });
  if (uid !== undefined && gid !== undefined) chownSync(file, uid, gid);
  return file;
}

/**
 * HAProxy before the database servers: one port leads to the server that takes writes, another to those that follow it.
 * @param {object} options
 * @param {string} options.folder
 * @param {number} options.primaryPort
 * @param {number} options.replicaPort
 * @param {{ name: string, port: number }[]} options.nodes
 */
export function startDatabaseProxy({ folder, primaryPort, replicaPort, nodes }) {
  const as = account();
  folderOf(folder, as);
  // While the monitor promotes a server it takes no writes yet, and says so by a setting.
  const answer = "select pg_is_in_recovery(), current_setting('default_transaction_read_only')";
  const check = (/** @type {string} */ wanted) =>
    `#!/bin/sh\n[ "$(PGCONNECT_TIMEOUT=2 psql -h "$3" -p "$4" -U ${healthRole} -d postgres -XAtc "${answer}")" = "${wanted}" ]\n`;
  const isPrimary = write(path.join(folder, "is-primary.sh"), check("f|off"), as, 0o700);
  const isReplica = write(path.join(folder, "is-replica.sh"), check("t|off"), as, 0o700);
  const servers = nodes.map(({ name, port }) => `  server ${name} 127.0.0.1:${port} check`).join("\n");
  /** @param {string} name @param {number} port @param {string} command */
  const listen = (name, port, command) => `listen ${name}
  bind 127.0.0.1:${port}
  option external-check
  external-check path "/usr/bin:/bin"
  external-check command ${command}
  default-server inter 1s fall 2 rise 1 on-marked-down shutdown-sessions
${servers}
`;
  const text = `global
  external-check
  insecure-fork-wanted
  maxconn 2000
  log stderr format raw local0 notice
defaults
  mode tcp
  log global
  timeout connect 2s
  timeout client 2h
  timeout server 2h
  timeout check 3s
${listen("primary", primaryPort, isPrimary)}${listen("replica", replicaPort, isReplica)}`;
  const file = write(path.join(folder, "haproxy.cfg"), text, as);
  return startProgram("haproxy", ["haproxy", "-db", "-f", file], { folder, as, isKept: true });
}

/**
 * nginx before the web processes. It remembers nobody's process: any of them answers any request. An act that met a dying
 * process is sent to the other, since it carries a key and is carried out once; a form without a key is not.
 * @param {{ folder: string, port: number, webPorts: number[] }} options
 */
export function startWebProxy({ folder, port, webPorts }) {
  const as = systemUser("www-data") ?? {};
  folderOf(folder, as);
  const places = ["client_body", "proxy", "fastcgi", "uwsgi", "scgi"]
    .map((kind) => `  ${kind}_temp_path ${folder}/${kind};`)
    .join("\n");
  const text = `daemon off;
worker_processes 1;
pid ${folder}/nginx.pid;
error_log ${folder}/nginx.error.log warn;
events { worker_connections 1024; }
http {
  access_log off;
${places}
  client_max_body_size 64m;
  upstream web {
${webPorts.map((each) => `    server 127.0.0.1:${each} max_fails=1 fail_timeout=2s;`).join("\n")}
    keepalive 64;
  }
  server {
    listen 127.0.0.1:${port};
    proxy_http_version 1.1;
    proxy_set_header Connection "";
    proxy_set_header Host $http_host;
    proxy_set_header X-Forwarded-For $remote_addr;
    proxy_set_header X-Forwarded-Proto $scheme;
    proxy_connect_timeout 2s;
    location / { proxy_pass http://web; }
    location /api/trpc/ { proxy_pass http://web; proxy_next_upstream error timeout non_idempotent; }
  }
}
`;
  const file = write(path.join(folder, "nginx.conf"), text, as);
  return startProgram("nginx", ["nginx", "-c", file, "-e", `${folder}/nginx.error.log`], { folder, as, isKept: true });
}
