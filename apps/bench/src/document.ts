export const writeSection = (_name: string, _text: string): void => {}
export const writeDocument = (): void => {}
