/**
 * Flags that a gateway is started with, as `npm start` and the container start it: between two full collections its heap grows to
 * twice what lives in it. By default it may be four times as much, which is some 40 MiB under `vars`.
 */
export const startFlags: readonly string[] = ["--heap-growing-percent=100"];
