/** Begins the id of an agency that is offered but is no record yet; choosing it makes one. */
export const SHIPPED = 'shipped:'
