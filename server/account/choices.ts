/** Forms check a new password as the server does. */
export { type PasswordFault, passwordFault } from "./parts/password-fault";
