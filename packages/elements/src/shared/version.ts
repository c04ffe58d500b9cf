/** Version of this package, said in the console when two copies meet on one page (F-208). A test compares it with package.json. */
export const VERSION = '0.1.0';
