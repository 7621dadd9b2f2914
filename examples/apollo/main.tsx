import { ApolloClient, ApolloLink, HttpLink, InMemoryCache } from "@apollo/client";
import { ApolloProvider } from "@apollo/client/react";
import { createRoot } from "react-dom/client";
import { ContactList } from "./contact-list.tsx";
import { pages } from "./pages.ts";
import { retryLink } from "./retry-link.ts";

const asked = new URLSearchParams(location.search);

const client = new ApolloClient({
  link: ApolloLink.from([
    retryLink,
    new HttpLink({ uri: asked.get("gateway") ?? "http://localhost:4000/graphql" }),
  ]),
  cache: new InMemoryCache({ typePolicies: { Account: { fields: { contacts: pages } } } }),
});

const page = document.getElementById("page");
if (page) {
  createRoot(page).render(
    <ApolloProvider client={client}>
      <ContactList domain={asked.get("domain") ?? "acme.example"} />
    </ApolloProvider>,
  );
}
