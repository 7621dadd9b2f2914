/** The credentials that open the emulated Assembly; they open nothing else. */
export const assemblyCredentials: { readonly apiKey: string } = { apiKey: "sandbox-assembly-key" };
