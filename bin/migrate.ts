import { migrate } from "@/db/migrate";
import { namedLogins } from "@/db/migrating/roles";

await migrate(process.env.DATABASE_URL ?? "", undefined, namedLogins());
process.stdout.write("The database is at the newest schema.\n");
