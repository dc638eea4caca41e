export const DESIGNER = '/register-designer';
export const designerAddress = (register: string): string => `${DESIGNER}/${register}`;
