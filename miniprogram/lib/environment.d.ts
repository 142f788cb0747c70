/** The id of the CloudBase environment that was named when the mini program was built; '' is the account's default one. */
export declare const environment: string
