export * from '../../domain/client'
