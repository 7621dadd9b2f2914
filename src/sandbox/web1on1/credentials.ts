import { plantedSecret } from "../planted-secret.ts";

/** The credentials that open the emulated Web1on1; they open nothing else. */
export const web1on1Credentials: {
  /** A bot token, which never expires. */
  readonly token: string;
  /** The account for a log-in with e-mail and password. */
  readonly email: string;
  readonly password: string;
} = {
  token: plantedSecret("apiToken", "gateway"),
  email: "gateway@web1on1.example",
  password: plantedSecret("password", "gateway"),
};
