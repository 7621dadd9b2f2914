import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { chmodSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/** The paths and ports of a configuration that runs on this machine. */
export interface LocalNginx {
  /** Folder of its own for the certificate and all that nginx writes. */
  readonly folder: string;
  /** Ports of the gateways, and of nginx with TLS and without. */
  readonly gateways: readonly [number, number];
  readonly tlsPort: number;
  readonly plainPort: number;
  /** Requests that one address may send, as nginx writes it. @default as deployed */
  readonly rate?: string;
}

/** Whether the programs are there that it takes. */
export const hasNginx = (): boolean =>
  [["nginx", "-v"] as const, ["openssl", "version"] as const].every(
    ([command, argument]) => spawnSync(command, [argument]).status === 0,
  );

/** Writes `deploy/nginx.conf` for this machine, with a certificate of its own, and answers where. */
export function writeLocalNginx({ folder, gateways, plainPort, rate, tlsPort }: LocalNginx): string {
  const temporary = ["client_body", "proxy", "fastcgi", "uwsgi", "scgi"].map(
    (name) => `  ${name}_temp_path ${folder}/${name};\n`,
  );
  const changes: readonly (readonly [string, string])[] = [
    ["worker_processes auto;", `daemon off;\nworker_processes 2;\npid ${folder}/pid;`],
    ["http {\n", `http {\n${temporary.join("")}`],
    ["access_log /dev/stdout tributary;", `access_log ${folder}/access.log tributary;`],
    ["127.0.0.1:4001", `127.0.0.1:${gateways[0]}`],
    ["127.0.0.1:4002", `127.0.0.1:${gateways[1]}`],
    ["listen 8080;", `listen 127.0.0.1:${plainPort};`],
    ["listen 8443 ssl http2;", `listen 127.0.0.1:${tlsPort} ssl http2;`],
    ["/etc/nginx/tls/tls.crt", `${folder}/tls.crt`],
    ["/etc/nginx/tls/tls.key", `${folder}/tls.key`],
    ...(rate === undefined ? [] : [["rate=50r/s", `rate=${rate}`] as const]),
  ];
  let text = readFileSync(new URL("../deploy/nginx.conf", import.meta.url), "utf8");
  for (const [deployed, local] of changes) {
    if (!text.includes(deployed)) throw new Error(`deploy/nginx.conf has no ${deployed}`);
    text = text.replace(deployed, local);
  }
  makeCertificate(folder);
  // The workers of nginx run as another user.
  chmodSync(folder, 0o711);
  const file = join(folder, "nginx.conf");
  writeFileSync(file, text);
  return file;
}

/** Starts nginx with a configuration; a signal ends it, SIGKILL would leave its workers behind. */
export const spawnNginx = (file: string): ChildProcess =>
  spawn("nginx", ["-e", "stderr", "-c", file], { stdio: ["ignore", "ignore", "inherit"] });

/** Whether nginx takes a configuration, and what it says of it. */
export function checkNginx(file: string): { readonly isSound: boolean; readonly text: string } {
  const { status, stderr } = spawnSync("nginx", ["-t", "-e", "stderr", "-c", file], { encoding: "utf8" });
  return { isSound: status === 0, text: stderr };
}

function makeCertificate(folder: string): void {
  const made = spawnSync("openssl", [
    ..."req -x509 -newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes -days 2 -subj /CN=localhost".split(
      " ",
    ),
    ...["-addext", "subjectAltName=DNS:localhost,IP:127.0.0.1"],
    ...["-keyout", join(folder, "tls.key"), "-out", join(folder, "tls.crt")],
  ]);
  if (made.status !== 0) throw new Error("openssl made no certificate.");
}
