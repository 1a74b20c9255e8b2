import { describeSetting, type Given } from './describe-setting';

/** What is wrong across settings. Reads the raw values, so that it is reported together with single wrong ones. */
export function findConflicts(given: Given): string[] {
  const problems: string[] = [];
  const has = (name: string) => given[name] !== undefined;
  const needs = (name: string, mend: string) => {
    if (!has(name)) problems.push(describeSetting(name, given, mend));
  };
  if (given['NODE_ENV'] === 'production') {
    needs('CENTER_PHONE', "Give the center's real telephone number; people in danger will call it.");
    if (/555\D*01\d\D*\d$/.test(given['CENTER_PHONE'] ?? '')) {
      problems.push(describeSetting('CENTER_PHONE', given, "555-01xx numbers are fictional; give the center's real one."));
    }
    needs('DATA_KEY', 'What people say is encrypted in production: run npm run data-key and keep the key safe.');
    // Servers that share a database may not share a folder, and have to know the same people.
    if (has('DATABASE_URL'))
      for (const name of ['HASH_KEY', 'TOKEN_KEY']) needs(name, 'Every server needs the same one; give at least 32 random characters.');
    // A hash of a telephone number or an account is kept: its key may not lie beside it.
    else if (has('TWILIO_AUTH_TOKEN') || has('MICROSOFT_APP_ID'))
      needs('HASH_KEY', 'People on SMS and Teams are known by hashes under it, also who texted STOP; give at least 32 random characters.');
    // Without an app id, Bot Framework accepts messages and reply addresses from anybody.
    if (given['MESSAGES_ENDPOINT'] !== 'off')
      needs('MICROSOFT_APP_ID', 'Give the id of the Azure Bot, or set MESSAGES_ENDPOINT=off when only the website chat is used.');
  }
  if (has('TWILIO_AUTH_TOKEN') || has('TWILIO_WEBHOOK_URL')) {
    needs('TWILIO_AUTH_TOKEN', "Without it nobody could tell who sends a text message; it stands in Twilio's console.");
    needs('TWILIO_WEBHOOK_URL', "Twilio signs the address that it calls; give it as it stands in Twilio's console.");
  }
  if (has('MICROSOFT_APP_ID')) {
    const type = given['MICROSOFT_APP_TYPE'] ?? 'SingleTenant';
    if (type !== 'UserAssignedMSI') needs('MICROSOFT_APP_PASSWORD', `Give the client secret; a ${type} bot needs one.`);
    if (type !== 'MultiTenant') needs('MICROSOFT_APP_TENANT_ID', `Give the tenant's id; a ${type} bot needs one.`);
  }
  return problems;
}
