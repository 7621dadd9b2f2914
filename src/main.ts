#!/usr/bin/env node
// This file is written for any Node that knows modules: what another one cannot read is loaded once the version is known.
const [major = 0, minor = 0] = process.versions.node.split(".").map(Number);

if (major > 22 || (major === 22 && minor >= 12) || (major === 20 && minor >= 19)) {
  import("./cli/run.ts")
    .then(({ run }) => run(process.argv.slice(2)))
    .then((code) => {
      process.exitCode = code;
    });
} else {
  process.stderr.write(
    `Tributary needs Node 20.19, 22.12 or newer, and this is Node ${process.versions.node}.\n`,
  );
  process.exitCode = 1;
}

export {};
