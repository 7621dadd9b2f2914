/**
 * Flags that a gateway is started with, as `npm start` and the container start it: between two full collections its heap grows to
 * twice what lives in it. Where the heap may be 2 GiB or more, it would be up to four times, which is some 40 MiB more in the load
 * `vars` of chat-directory; where it may be less, V8 takes 1.3 to 2 times by itself.
 */
export const startFlags: readonly string[] = ["--heap-growing-percent=100"];
