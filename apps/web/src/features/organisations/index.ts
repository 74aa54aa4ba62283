export { LegalFormName } from './legal-form-name';
export { type Municipality, MunicipalityInput, MunicipalityName } from './municipality-input';
export { type ReturnsOfAward, ReturnsOfAwards } from './returns-of-awards';
