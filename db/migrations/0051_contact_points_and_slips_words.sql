ALTER TYPE "public"."clue_status" ADD VALUE 'settled';
