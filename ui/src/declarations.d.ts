// What the build puts into the code.
declare const __DEVELOPMENT__: boolean;
