/** The credentials that open the emulated Web1on1; they open nothing else. */
export const web1on1Credentials: {
  /** A bot token, which never expires. */
  readonly token: string;
  /** The account for a log-in with e-mail and password. */
  readonly email: string;
  readonly password: string;
} = {
  token: "sandbox-web1on1-bot-token",
  email: "gateway@web1on1.example",
  password: "sandbox-web1on1-password",
};
