import { createServer as createTcpServer, type Socket } from "node:net";
import { expect, test } from "vitest";
import { things } from "../engine.ts";
import { connect, serve } from "../sockets.ts";
