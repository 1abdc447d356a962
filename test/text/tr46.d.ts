declare module "tr46" {
  export interface ToAsciiOptions {
    readonly checkBidi: boolean;
    readonly checkHyphens: boolean;
    readonly checkJoiners: boolean;
    readonly useSTD3ASCIIRules: boolean;
    readonly verifyDNSLength: boolean;
    readonly transitionalProcessing: boolean;
  }
  export function toASCII(domain: string, options: ToAsciiOptions): string | null;
}
