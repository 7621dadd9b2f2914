/** Credentials that open the sandbox. Only the sandbox knows them: none of them opens anything else. */
export interface SandboxCredentials {
  readonly assembly: { readonly apiKey: string };
  readonly assembled: { readonly apiKey: string };
  readonly web1on1: {
    /** A bot token, which never expires. */
    readonly token: string;
    /** The account for a log-in with e-mail and password. */
    readonly email: string;
    readonly password: string;
  };
}

/** The credentials of every sandbox. */
export const sandboxCredentials: SandboxCredentials = {
  assembly: { apiKey: "sandbox-assembly-key" },
  assembled: { apiKey: "sk_live_sandbox" },
  web1on1: {
    token: "sandbox-web1on1-bot-token",
    email: "gateway@web1on1.example",
    password: "sandbox-web1on1-password",
  },
};
