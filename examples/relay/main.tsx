import { StrictMode, Suspense } from "react";
import { createRoot } from "react-dom/client";
import { RelayEnvironmentProvider } from "react-relay";
import { CustomerList } from "./customer-list.tsx";
import { createEnvironment } from "./environment.ts";

const gateway = new URLSearchParams(location.search).get("gateway") ?? "http://localhost:4000/graphql";

const page = document.getElementById("page");
if (page) {
  createRoot(page).render(
    <StrictMode>
      <RelayEnvironmentProvider environment={createEnvironment(gateway)}>
        <Suspense fallback="Loading…">
          <CustomerList />
        </Suspense>
      </RelayEnvironmentProvider>
    </StrictMode>,
  );
}
