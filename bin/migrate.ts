import { migrate } from "@/db/migrate";

await migrate(process.env.DATABASE_URL ?? "");
process.stdout.write("The database is at the newest schema.\n");
