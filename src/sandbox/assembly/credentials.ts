/** What lets a caller into the emulated Assembly; it opens nothing else. */
export const assemblyCredentials: { readonly apiKey: string } = { apiKey: "sandbox-assembly-key" };
