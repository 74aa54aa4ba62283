export { LegalFormName } from './legal-form-name';
export { type Municipality, MunicipalityInput, MunicipalityName } from './municipality-input';
