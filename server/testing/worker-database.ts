import postgres from "postgres";
import { afterAll, inject } from "vitest";
import { closeDatabase } from "@/db/client";

// One clone for each test file: real commits, and no rows of other tests.
const adminUrl = inject("adminUrl");
const parent = inject("template").replace("zt_template_", "");
const name = `zt_${parent}_${process.env.VITEST_POOL_ID ?? 0}_${Date.now().toString(36)}${Math.floor(Math.random() * 1e6)}`;
const admin = postgres(adminUrl, { max: 1, onnotice: () => undefined });
// Copying files takes a quarter of the time of writing every page to the log; nobody recovers this database.
await admin.unsafe(`create database ${name} template ${inject("template")} strategy file_copy`);
const url = new URL(adminUrl);
url.pathname = `/${name}`;
process.env.DATABASE_URL = url.href;

afterAll(async () => {
  await closeDatabase();
  await admin.unsafe(`drop database if exists ${name} with (force)`);
  await admin.end();
});
