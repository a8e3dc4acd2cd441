export { HOME_REGION } from '../../../lambda/shared/contract/home-region';
