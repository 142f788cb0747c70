export * from '../../../domain/client-guard'
